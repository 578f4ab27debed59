package org.clearlane.edits.providers;

import java.util.Map;
import org.clearlane.edits.Edit;

/** Which class stands behind which row of {@code config/edits/providers.yaml}. */
public final class ProvidersEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("billing.address.po-box", new BillingAddressIsAStreet()),
            Map.entry("billing.npi.missing", new BillingProviderHasNpi()),
            Map.entry("billing.tax-id.malformed", new TaxNumberHasNineDigits()),
            Map.entry("billing.taxonomy.medicaid", new MedicaidKnowsTheSpecialty()),
            Map.entry("billing.zip.nine-digits", new BillingZipHasNineDigits()),
            Map.entry("provider.facility.at-home", new NoFacilityAtHome()),
            Map.entry("provider.facility.missing", new FacilityIsNamed()),
            Map.entry("provider.id.missing", new ProviderHasANumber()),
            Map.entry("provider.ordering.missing", new MedicareKnowsWhoOrdered()),
            Map.entry("provider.referring.repeats-rendering", new NobodyRefersToOneself()),
            Map.entry("provider.rendering.missing", new MedicareKnowsWhoRendered()),
            Map.entry("provider.rendering.repeats-billing", new RenderingIsNotBilling()),
            Map.entry("provider.supervising.is-rendering", new NobodySupervisesOneself()));

    private ProvidersEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
