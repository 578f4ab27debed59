/** {@code clearlane simulate}: the simulated payers alone, for trying a service against them. */
package org.clearlane.app.simulate;
