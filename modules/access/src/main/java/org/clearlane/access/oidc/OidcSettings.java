package org.clearlane.access.oidc;

/**
 * The identity provider people may sign in by.
 *
 * @param issuer its address, exactly as it stands in its tokens
 * @param clientId as which we are registered there
 * @param clientSecretEnv the environment variable with our secret, or null for a public client
 * @param label what the button calls it
 * @param secondFactorAcr the {@code acr} that tells of a second factor, or null when only {@code amr} does
 * @param practicesSignInLocally whether people of practices may still sign in with a password here; those of the house always
 *     may, for the day the provider is down
 */
public record OidcSettings(
        String issuer,
        String clientId,
        String clientSecretEnv,
        String label,
        String secondFactorAcr,
        boolean practicesSignInLocally) {}
