package org.clearlane.api;

import java.util.List;

/** A part of {@code /v1}: its operations, and the file that describes them. */
public interface ApiPart {

    /** Its operations. */
    List<ApiRoute> routes();

    /**
     * The resource, beside the class of the part, that describes its paths and schemas in OpenAPI 3.1 as YAML. It is merged
     * into the one document.
     */
    String document();
}
