package org.clearlane.transactions.t835;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;

/** Keeps everything it is told. */
final class DocumentCollector implements RemittanceListener {

    private final List<RemittanceDocument> documents = new ArrayList<>();
    private final List<Finding> outside = new ArrayList<>();
    private final List<Finding> inside = new ArrayList<>();
    private final List<RemittanceDocument.Group> groups = new ArrayList<>();
    private RemittanceHead head;
    private ClaimGroup group;
    private List<ClaimPayment> claims = new ArrayList<>();

    RemittanceFile file() {
        return new RemittanceFile(documents, outside);
    }

    @Override
    public void opened(RemittanceHead opened) {
        head = opened;
    }

    @Override
    public void group(ClaimGroup next) {
        closeGroup();
        group = next;
    }

    @Override
    public void claim(ClaimPayment claim, List<Finding> problems) {
        claims.add(claim);
    }

    @Override
    public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {
        closeGroup();
        documents.add(new RemittanceDocument(head, groups, providerAdjustments, end, inside));
        groups.clear();
        inside.clear();
        head = null;
    }

    private void closeGroup() {
        if (group != null || !claims.isEmpty()) {
            groups.add(new RemittanceDocument.Group(group, claims));
        }
        group = null;
        claims = new ArrayList<>();
    }

    /** Findings are told before the set they belong to is known to be open: those said in its head come first. */
    @Override
    public void problem(Finding finding) {
        (RemittanceFindings.isOutside(finding) ? outside : inside).add(finding);
    }
}
