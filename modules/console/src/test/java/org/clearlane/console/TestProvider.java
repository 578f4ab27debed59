package org.clearlane.console;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An identity provider of our own that says whatever a test wants, rightly signed or not. */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "clearlane-test";
    static final String SECRET = "a-secret-of-thirty-two-characters!";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();

    TestProvider() throws JOSEException {
        server.start();
        server.stubFor(get("/.well-known/openid-configuration")
                .willReturn(okJson(
                        """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}"""
                                .formatted(issuer()))));
        server.stubFor(get("/keys").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
    }

    String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What our redirect to the provider says. */
    static Map<String, String> query(URI redirect) {
        return Arrays.stream(redirect.getRawQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    /** Claims that hold, for somebody with a verified address. */
    JWTClaimsSet.Builder claims(String subject, String email, String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(subject)
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("email", email)
                .claim("email_verified", true);
    }

    /** Signed as it should be. */
    String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, key);
    }

    /** Signed by a key that is not the provider's, under the name of its key. */
    String forged(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, new RSAKeyGenerator(2048).keyID("k1").generate());
    }

    /** Signed with the public key as if it were a secret, which whoever has the public key can do. */
    String confused(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims);
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    /** Signed by nobody: {@code alg} none. */
    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    /** From now on it trades any code for this token. */
    void gives(String token) {
        server.stubFor(post("/token")
                .willReturn(okJson(
                        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}".formatted(token))));
    }

    /** What was asked so far is forgotten. */
    void forget() {
        server.resetRequests();
    }

    /** From now on it takes no code. */
    void refuses() {
        server.stubFor(post("/token")
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":\"invalid_grant\"}")));
    }

    /** Bodies of what was sent to trade codes, with what authenticated it in front. */
    List<String> trades() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .filter(request -> request.getUrl().equals("/token"))
                .map(request -> request.getHeader("Authorization") + " " + request.getBodyAsString())
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
