/**
 * {@code clearlane keys}: API keys of practices, made, listed and revoked. A key is shown once; only its hash is kept.
 */
package org.clearlane.app.keys;
