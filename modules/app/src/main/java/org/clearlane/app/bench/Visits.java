package org.clearlane.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The console as one person who is signed in visits it: what the navigation leads to, and what one can ask for there. */
final class Visits {

    private static final Pattern NAVIGATION = Pattern.compile("<nav aria-label=\"Main\">(.*?)</nav>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern PAGER = Pattern.compile("<p class=\"pager\">(.*?)</p>", Pattern.DOTALL);
    private static final Pattern SEARCH =
            Pattern.compile("<form method=\"get\" action=\"([^\"]+)\"(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CHOICE =
            Pattern.compile("<select[^>]* name=\"([^\"]+)\"(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern FIND = Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]* data-find");
    private static final List<String> SOUGHT = List.of("PCN-0050001", "123.45", "nothing like it");
    /** How many tabs or spans of one page are asked for. */
    private static final int MOST_VIEWS = 8;
    /** How far a list is paged to reach its end. */
    private static final int MOST_PAGES = 1_500;

    private static final long MOST_PAGING_NANOS = 5_000_000_000L;

    private final String root;
    private final String cookie;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    Visits(String root, String cookie) {
        this.root = root;
        this.cookie = cookie;
    }

    String cookie() {
        return cookie;
    }

    /** The bytes of a page that must be there. */
    byte[] ask(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Cookie", "clearlane=" + cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private String text(String path) throws IOException, InterruptedException {
        return new String(ask(path), StandardCharsets.UTF_8);
    }

    /** Every page of the navigation, with its views, its filters, a search, and its last page. */
    List<String> listPages() throws IOException, InterruptedException {
        Set<String> pages = new LinkedHashSet<>();
        Matcher navigation = NAVIGATION.matcher(text("/"));
        if (!navigation.find()) {
            throw new IOException("the first page has no navigation");
        }
        for (String page : links(navigation.group(1))) {
            pages.add(page);
            String html = text(page);
            List<String> views = links(html).stream()
                    .filter(link -> link.startsWith(page + "?") && !link.contains("after="))
                    .distinct()
                    .limit(MOST_VIEWS)
                    .toList();
            pages.addAll(views);
            pages.addAll(filters(html));
            last(html).ifPresent(pages::add);
        }
        return List.copyOf(pages);
    }

    private static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    /** Each choice of each form that searches, made for itself, and what people type. */
    private static List<String> filters(String html) {
        List<String> all = new ArrayList<>();
        Matcher form = SEARCH.matcher(html);
        while (form.find()) {
            Matcher choice = CHOICE.matcher(form.group(2));
            while (choice.find()) {
                Matcher option = OPTION.matcher(choice.group(2));
                while (option.find()) {
                    all.add(form.group(1) + "?" + choice.group(1) + "=" + encoded(option.group(1)));
                }
            }
            Matcher find = FIND.matcher(form.group(2));
            while (find.find()) {
                for (String words : SOUGHT) {
                    all.add(form.group(1) + "?" + find.group(1) + "=" + encoded(words));
                }
            }
        }
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.replace("&amp;", "&"), StandardCharsets.UTF_8);
    }

    /** The last page of a list that has several, as far as patience goes. */
    private java.util.Optional<String> last(String first) throws IOException, InterruptedException {
        String page = null;
        String html = first;
        long until = System.nanoTime() + MOST_PAGING_NANOS;
        for (int i = 0; i < MOST_PAGES && System.nanoTime() < until; i++) {
            Matcher pager = PAGER.matcher(html);
            String next = pager.find()
                    ? links(pager.group(1)).stream()
                            .filter(link -> link.contains("?"))
                            .reduce((earlier, later) -> later)
                            .orElse(null)
                    : null;
            if (next == null || next.equals(page)) {
                break;
            }
            page = next;
            html = text(page);
        }
        return java.util.Optional.ofNullable(page);
    }
}
