/**
 * The HTTP API: files in, their fate out. Every read goes through a database role that sees one practice only, so that
 * a mistake here cannot show one practice another's claims.
 */
package org.clearlane.api;
