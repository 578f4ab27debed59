package org.clearlane.console.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Style, scripts and pictures, all from inside the program. Each has its hash in its address, so a browser may keep it for
 * ever and never shows an old one. Safe for use by several threads.
 */
public final class Assets {

    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private record Asset(byte[] bytes, String type, String address) {}

    private final Map<String, Asset> byName = new HashMap<>();
    private final Map<String, Asset> byAddress = new HashMap<>();

    public Assets() {
        add("console.css", "text/css; charset=utf-8", "/org/clearlane/console/assets/console.css");
        add("console.js", "text/javascript; charset=utf-8", "/org/clearlane/console/assets/console.js");
        add("icon.svg", "image/svg+xml", "/org/clearlane/console/assets/icon.svg");
        add("htmx.min.js", "text/javascript; charset=utf-8", HTMX);
    }

    private void add(String name, String type, String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            byte[] bytes = in.readAllBytes();
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 16);
            Asset asset = new Asset(bytes, type, "/assets/" + hash + "/" + name);
            byName.put(name, asset);
            byAddress.put(hash + "/" + name, asset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of an asset. */
    public String address(String name) {
        return byName.get(name).address();
    }

    /** Answers {@code /assets/{hash}/{name}}; false when there is no such thing. */
    public boolean serve(Context context) {
        Asset asset = byAddress.get(context.pathParam("hash") + "/" + context.pathParam("name"));
        if (asset == null) {
            return false;
        }
        context.header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(asset.type())
                .result(asset.bytes());
        return true;
    }
}
