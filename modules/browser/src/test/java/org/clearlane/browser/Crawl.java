package org.clearlane.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the pages of a person by following every link of ours, a few of each kind. */
final class Crawl {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    /** How many pages of one kind are asked for, to find links to other kinds. */
    private static final int ASKED = 6;
    /** How many of one kind are looked at in the browser. */
    private static final int SHOWN = 1;

    private final String root;
    private final Iterable<String> names;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * A crawl.
     *
     * @param names what stands in paths for one thing of many, such as the identifiers of payers
     */
    Crawl(String root, Iterable<String> names) {
        this.root = root;
        this.names = names;
    }

    /** The pages of somebody, each kind once, in the order they are found; of every kind one that is a page. */
    List<Page> of(String who, Person person) throws Exception {
        List<Page> pages = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new HashSet<>(open);
        Map<String, Integer> asked = new HashMap<>();
        Map<String, Integer> shown = new HashMap<>();
        while (!open.isEmpty()) {
            Page page = Page.of(who, open.poll(), names);
            if (asked.merge(page.kind(), 1, Integer::sum) > ASKED) {
                continue;
            }
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(root + page.path()))
                            .header("Cookie", "clearlane=" + person.cookie())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(
                        who + " followed a link to " + page.path() + " and got " + answer.statusCode());
            }
            boolean isPage = answer.statusCode() == 200
                    && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            if (!isPage) {
                continue;
            }
            if (shown.merge(page.kind(), 1, Integer::sum) <= SHOWN) {
                pages.add(page);
            }
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                String path = link.group(1).replace("&amp;", "&");
                if (!path.startsWith("/assets/") && seen.add(path)) {
                    open.add(path);
                }
            }
        }
        return pages;
    }
}
