package org.clearlane.console;

import java.util.List;
import org.clearlane.access.Account;
import org.clearlane.access.OidcSignIn;
import org.clearlane.access.SignIn;
import org.clearlane.console.web.MoneyMeans;
import org.clearlane.console.web.Reads;
import org.clearlane.model.directory.Practice;
import org.clearlane.pipeline.correction.Corrections;
import org.clearlane.pipeline.dispatch.RouteControl;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.webhooks.WebhookEndpoints;

/**
 * What the console works with.
 *
 * @param ledger what forms write to
 * @param archive the bytes of files
 * @param reads how pages read the ledger
 * @param signIn who may come in
 * @param oidc the door an identity provider opens, or null
 * @param money what pages about money work with
 * @param payers those that are set up here, by id
 * @param practices those that are set up here
 * @param account what people change about themselves
 * @param webhooks where programs want to be told
 * @param corrections what hands claims in once more
 * @param routeControl what operators do to payers' routes
 * @param secure whether people reach us by HTTPS
 */
public record ConsoleMeans(
        Ledger ledger,
        Archive archive,
        Reads reads,
        SignIn signIn,
        OidcSignIn oidc,
        MoneyMeans money,
        List<String> payers,
        List<Practice> practices,
        Account account,
        WebhookEndpoints webhooks,
        Corrections corrections,
        RouteControl routeControl,
        boolean secure) {

    public ConsoleMeans {
        payers = List.copyOf(payers);
        practices = List.copyOf(practices);
    }
}
