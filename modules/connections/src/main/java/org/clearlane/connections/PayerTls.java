package org.clearlane.connections;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * Whom we trust and how strongly we insist on secrecy: TLS 1.2 or 1.3 with forward secrecy, the certificate in
 * force, issued by someone trusted, for the very host.
 *
 * @param context whom we trust: the certificates in one PEM file and nobody else, or the system's
 */
record PayerTls(SSLContext context) {

    static PayerTls trusting(Optional<Path> pem) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, pem.isPresent() ? trustManagers(pem.get()) : null, null);
            return new PayerTls(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    pem.map(path -> "the certificates in " + path + " cannot be read: ")
                                    .orElse("TLS cannot be set up: ")
                            + Handovers.why(e),
                    e);
        }
    }

    SSLParameters parameters() {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setCipherSuites(Arrays.stream(parameters.getCipherSuites())
                .filter(suite ->
                        !suite.startsWith("TLS_RSA_") && !suite.contains("_NULL_") && !suite.contains("_anon_"))
                .toArray(String[]::new));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    private static TrustManager[] trustManagers(Path pem) throws GeneralSecurityException, IOException {
        Collection<? extends Certificate> certificates;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pem))) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
        if (certificates.isEmpty()) {
            throw new IOException("no certificate in it");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("payer-" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .map(manager ->
                        manager instanceof X509ExtendedTrustManager x509 ? new InForceTrustManager(x509) : manager)
                .toArray(TrustManager[]::new);
    }
}
