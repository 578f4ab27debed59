package org.clearlane.routes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.component.file.GenericFile;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.bank.TakeBankFile;
import org.clearlane.store.ledger.Ledger;

/** The operator's door for banks' files. A file that is refused is put aside, where its reason can be looked up by name. */
public final class BankDoor {

    private static final String PUT_ASIDE = "refused";

    private final TakeBankFile take;
    private final Ledger ledger;

    public BankDoor(TakeBankFile take, Ledger ledger) {
        this.take = take;
        this.ledger = ledger;
    }

    /** Takes one file as the route hands it over. */
    public void take(GenericFile<File> file) {
        take(file.getFile().toPath());
    }

    /** Takes one file; behind it the file is in the ledger, or lies aside. */
    void take(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Failure(FailureCode.NOT_FOUND, "only plain files are taken, no links");
        }
        try {
            if (Files.size(file) > TakeBankFile.LARGEST) {
                putAside(file);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            if (take.take("folder", file.getFileName().toString(), bytes, null) instanceof TakeBankFile.Taken.Refused) {
                putAside(file);
            }
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the file cannot be read from its folder", e);
        }
    }

    private void putAside(Path file) throws IOException {
        Path aside = Files.createDirectories(file.resolveSibling(PUT_ASIDE))
                .resolve(ledger.clock().millis() + "-" + file.getFileName());
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    }
}
