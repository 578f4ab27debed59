package org.clearlane.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The identity provider, asked by authorization code with PKCE. What it is and which keys it signs with is fetched when
 * somebody first wants to sign in by it, and again after a failure, so that a dead one stops nothing else. Signatures, issuer,
 * audience, times and nonce are checked by the library. Safe for use by several threads.
 */
public final class IdentityProvider {

    private static final int TIMEOUT_MILLIS = 4000;
    private static final int LARGEST_ANSWER = 200_000;
    /** Signed with a key of the provider's alone. Neither unsigned tokens nor ones signed with our own secret. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384);

    private final OidcSettings settings;
    private final Secret secret;
    private final URI back;
    private volatile Known known;

    private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /**
     * A provider.
     *
     * @param secret ours there, or null for a public client
     * @param back where it sends people back to
     */
    public IdentityProvider(OidcSettings settings, String secret, URI back) {
        this.settings = settings;
        this.secret = secret == null ? null : new Secret(secret);
        this.back = back;
    }

    /** What has to be remembered until somebody comes back. */
    public record Errand(String state, String nonce, String verifier) {}

    /** Where to send somebody, and what to remember of it. */
    public record Way(URI to, Errand errand) {}

    /**
     * Whom the provider vouches for.
     *
     * @param subject issuer and subject, which together never change
     * @param email what it says their address is, in its own case; null when it has not verified it
     * @param secondFactor whether they showed it a second factor
     */
    public record Vouched(String subject, String email, boolean secondFactor) {}

    /** What the button calls it. */
    public String label() {
        return settings.label();
    }

    /** Whether people of practices may still sign in with a password here. */
    public boolean practicesSignInLocally() {
        return settings.practicesSignInLocally();
    }

    /** Begins: empty when the provider does not answer. */
    public Optional<Way> begin() {
        try {
            Errand errand = new Errand(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
            URI to = new AuthenticationRequest.Builder(
                            ResponseType.CODE, new Scope("openid", "email"), new ClientID(settings.clientId()), back)
                    .endpointURI(known().metadata().getAuthorizationEndpointURI())
                    .state(new State(errand.state()))
                    .nonce(new Nonce(errand.nonce()))
                    .codeChallenge(new CodeVerifier(errand.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI();
            return Optional.of(new Way(to, errand));
        } catch (GeneralException | IOException e) {
            return Optional.empty();
        }
    }

    /** Trades the code for a token and checks it in every way; empty when anything about it is not right. */
    public Optional<Vouched> finish(String code, Errand errand) {
        try {
            Known provider = known();
            AuthorizationCodeGrant grant =
                    new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(errand.verifier()));
            URI endpoint = provider.metadata().getTokenEndpointURI();
            ClientID client = new ClientID(settings.clientId());
            HTTPRequest request = (secret == null
                            ? new TokenRequest.Builder(endpoint, client, grant)
                            : new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, secret), grant))
                    .build()
                    .toHTTPRequest();
            bound(request);
            TokenResponse answer = OIDCTokenResponseParser.parse(request.send());
            if (!(answer instanceof OIDCTokenResponse tokens)
                    || tokens.getOIDCTokens().getIDToken() == null) {
                return Optional.empty();
            }
            IDTokenClaimsSet claims = new IDTokenValidator(
                            new Issuer(settings.issuer()),
                            client,
                            new JWSVerificationKeySelector<>(SIGNATURES, provider.keys()),
                            null)
                    .validate(tokens.getOIDCTokens().getIDToken(), new Nonce(errand.nonce()));
            return Optional.of(vouched(claims));
        } catch (GeneralException | IOException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Vouched vouched(IDTokenClaimsSet claims) {
        boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        List<AMR> methods = claims.getAMR();
        boolean second = methods != null && methods.contains(AMR.MFA)
                || settings.secondFactorAcr() != null
                        && claims.getACR() != null
                        && settings.secondFactorAcr().equals(claims.getACR().getValue());
        return new Vouched(
                settings.issuer() + " " + claims.getSubject().getValue(),
                verified ? claims.getStringClaim("email") : null,
                second);
    }

    private Known known() throws GeneralException, IOException {
        Known here = known;
        if (here == null) {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), IdentityProvider::bound);
            here = new Known(metadata, keysOf(metadata));
            known = here;
        }
        return here;
    }

    private static JWKSource<SecurityContext> keysOf(OIDCProviderMetadata metadata) throws ParseException {
        try {
            return JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_ANSWER))
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new ParseException("no address of keys", e);
        }
    }

    private static void bound(HTTPRequest request) {
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
    }
}
