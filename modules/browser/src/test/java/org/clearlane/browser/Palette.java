package org.clearlane.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pages are made of few colours and their blends: 256 of them are a third of the bytes and look the same. */
final class Palette {

    private static final int COLOURS = 256;

    private Palette() {}

    /** The same picture with the most frequent colours; each other one becomes the nearest of these. */
    static byte[] reduced(byte[] png) throws IOException {
        BufferedImage from = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = from.getRGB(0, 0, from.getWidth(), from.getHeight(), null, 0, from.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        }
        List<Integer> kept = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        int[] table = kept.stream().mapToInt(colour -> 0xFF000000 | colour).toArray();
        IndexColorModel model = new IndexColorModel(8, table.length, table, 0, false, -1, 0);
        BufferedImage to = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int place = places.computeIfAbsent(pixels[i] & 0xFFFFFF, colour -> nearest(table, colour));
            to.getRaster().setSample(i % from.getWidth(), i / from.getWidth(), 0, place);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(to, "png", bytes);
        return bytes.toByteArray();
    }

    private static int nearest(int[] table, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < table.length; i++) {
            int red = (table[i] >> 16 & 255) - (colour >> 16 & 255);
            int green = (table[i] >> 8 & 255) - (colour >> 8 & 255);
            int blue = (table[i] & 255) - (colour & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
