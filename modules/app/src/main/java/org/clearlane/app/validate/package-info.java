/**
 * The command {@code validate}: judges files without a service, prints what was found and writes the answers that would
 * be sent. The judgement itself is made by {@link org.clearlane.judgement.Judge}; here it is only shown.
 */
package org.clearlane.app.validate;
