package org.clearlane.guide;

/** Takes findings in the order in which they are made. Called on the thread that feeds the matcher. */
@FunctionalInterface
public interface StructureSink {

    void found(StructureFinding finding);
}
