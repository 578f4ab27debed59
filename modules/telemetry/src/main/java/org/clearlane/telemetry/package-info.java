/** What whoever is on call looks at: metrics, readiness. Start at {@code Metrics}. */
package org.clearlane.telemetry;
