package org.clearlane.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a {@link PayerSimulator} is made of.
 *
 * @param seed decides every draw
 * @param data where keys, journals, control numbers and answers are kept
 * @param payers one or more, ids distinct
 */
public record SimulatorSettings(long seed, Path data, List<PayerSettings> payers) {

    public SimulatorSettings {
        payers = List.copyOf(payers);
    }

    /**
     * Reads settings from YAML. A relative {@code data} is taken from the folder of the file.
     *
     * @throws InvalidSettingsException naming every mistake at once
     * @throws IOException when the file cannot be read
     */
    public static SimulatorSettings read(Path yaml) throws IOException {
        Path folder = yaml.toAbsolutePath().getParent();
        return SettingsReader.read(Files.readString(yaml), folder);
    }

    /**
     * Reads settings from YAML text.
     *
     * @param base what a relative {@code data} is taken from
     * @throws InvalidSettingsException naming every mistake at once
     */
    public static SimulatorSettings parse(String yaml, Path base) {
        return SettingsReader.read(yaml, base);
    }

    /** The same payers with another data folder. */
    public SimulatorSettings withData(Path folder) {
        return new SimulatorSettings(seed, folder, payers);
    }

    /** The same payers with another seed. */
    public SimulatorSettings withSeed(long other) {
        return new SimulatorSettings(other, data, payers);
    }
}
