package org.clearlane.transactions.t835;

import java.util.List;
import org.clearlane.model.finding.Finding;

/**
 * All payments of one file.
 *
 * @param documents one for each 835 transaction set, in the order sent
 * @param findings what is wrong with the file outside any set
 */
public record RemittanceFile(List<RemittanceDocument> documents, List<Finding> findings) {

    public RemittanceFile {
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
    }
}
