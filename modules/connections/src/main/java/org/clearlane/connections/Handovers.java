package org.clearlane.connections;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.clearlane.model.connection.Handover;

/** Short words for the three things that can be known about a handover, and for why one failed. */
final class Handovers {

    private Handovers() {}

    static Handover delivered(String receipt) {
        return new Handover.Delivered(receipt);
    }

    /** Not there, and worth another try. */
    static Handover later(String reason) {
        return new Handover.NotDelivered(reason, null, false);
    }

    /** Not there, and pointless until somebody changes something. */
    static Handover refused(String reason) {
        return new Handover.NotDelivered(reason, null, true);
    }

    static Handover unknown(String reason) {
        return new Handover.Unknown(reason);
    }

    /** Not there because of a fault of the disk: pointless to repeat only when we are not let in. */
    static Handover failed(String doing, IOException fault) {
        String reason = doing + ": " + why(fault);
        return fault instanceof AccessDeniedException ? refused(reason) : later(reason);
    }

    /** What went wrong, in words that hold no path and no file name. */
    static String why(Throwable fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (fault instanceof FileSystemException file) {
            return file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
        }
        String network = ofTheNetwork(fault);
        if (network != null) {
            return network;
        }
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : PeerText.shown(message);
    }

    /** Why the network did not carry us there, whoever wrapped the news; null when it is not about the network. */
    private static String ofTheNetwork(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnresolvedAddressException unknown -> {
                    return "its host name is not known";
                }
                case UnknownHostException unknown -> {
                    return "its host name is not known";
                }
                case HttpTimeoutException late -> {
                    return "no answer in time";
                }
                case SocketTimeoutException late -> {
                    return "no answer in time";
                }
                case ConnectException refused -> {
                    return "nobody listens there, or the way is blocked";
                }
                default -> {
                    // The next one may know more.
                }
            }
        }
        return null;
    }
}
