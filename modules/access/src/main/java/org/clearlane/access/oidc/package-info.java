/** Signing in by an identity provider (OpenID Connect), when one is configured. */
package org.clearlane.access.oidc;
