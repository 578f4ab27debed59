package org.clearlane.routes;

import java.io.File;
import org.apache.camel.component.file.GenericFile;

/** One practice's folder as a route calls it. */
public final class PracticeFolder {

    private final FolderDoor door;
    private final String practiceId;

    PracticeFolder(FolderDoor door, String practiceId) {
        this.door = door;
        this.practiceId = practiceId;
    }

    /** Takes one file. */
    public void take(GenericFile<File> file) {
        door.take(practiceId, file.getFile().toPath());
    }
}
