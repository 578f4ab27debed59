/** The operations of {@code /v1} that the clearinghouse itself answers, a class a subject, each beside its part of the document. */
package org.clearlane.api.v1;
