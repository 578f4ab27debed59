/**
 * {@code clearlane remit}: an 835 explained offline, as text, JSON or CSV. Whether it adds up and what its codes say is
 * decided in {@link org.clearlane.remittance}; here it is only read, asked about and shown. Nothing is posted.
 */
package org.clearlane.app.remit;
