/** What is wrong with data, said once as a value and rendered everywhere from that value. */
package org.clearlane.model.finding;
