package org.clearlane.model.connection;

import java.nio.file.Path;

/**
 * An interchange to be handed over. A second attempt is the same in every field: same name, same id, same bytes.
 *
 * @param name the file's name at the payer, {@code [A-Za-z0-9._-]} only
 * @param payloadId a UUID, the CORE PayloadID
 * @param payloadType the CORE PayloadType
 * @param content where the bytes lie; read only
 * @param size in bytes
 * @param sha256 of the content, lower-case hexadecimal
 */
public record OutboundFile(String name, String payloadId, String payloadType, Path content, long size, String sha256) {}
