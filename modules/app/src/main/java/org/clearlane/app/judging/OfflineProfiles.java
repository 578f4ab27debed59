package org.clearlane.app.judging;

import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.clearlane.profiles.Profiles;

/**
 * The profiles of a configuration folder where only who somebody is matters and no connection is made: what they leave to
 * the environment of the service need not be set.
 */
public final class OfflineProfiles {

    private OfflineProfiles() {}

    /** Reads them. */
    public static Profiles load(Path config) {
        return Profiles.load(config, new OfflineEnvironment(System.getenv()));
    }

    /** The environment, in which whatever is not set stands for itself. */
    private static final class OfflineEnvironment extends AbstractMap<String, String> {

        private final Map<String, String> environment;

        OfflineEnvironment(Map<String, String> environment) {
            this.environment = environment;
        }

        @Override
        public String get(Object name) {
            return environment.getOrDefault(name, String.valueOf(name));
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return environment.entrySet();
        }
    }
}
