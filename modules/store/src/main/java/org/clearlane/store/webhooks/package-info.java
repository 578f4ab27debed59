/**
 * What programs of practices are told: endpoints, events, deliveries, attempts. How a request is signed and sent, and when
 * it is tried again, stands in module {@code webhooks}; here is only the SQL.
 */
package org.clearlane.store.webhooks;
