/** Edits about those who give, order, refer, supervise and bill: numbers, addresses, who must be named. */
package org.clearlane.edits.providers;
