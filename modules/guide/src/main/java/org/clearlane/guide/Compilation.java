package org.clearlane.guide;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clearlane.x12.Segment;

/** Numbers the nodes of a guide so that siblings are neighbours, and lays out what a matcher asks for as arrays. */
final class Compilation {

    private final Spot[] nodes;
    private final TagTable tags;
    private final boolean[][] followers;

    Compilation(Spot root) {
        nodes = number(root);
        Set<String> ids = new LinkedHashSet<>();
        for (Spot node : nodes) {
            if (!node.isLoop) {
                ids.add(node.id);
            }
        }
        tags = new TagTable(List.copyOf(ids));
        for (Spot node : nodes) {
            if (node != root) {
                node.tag = Segment.tag(node.ownSegment());
                node.ownRules = node.isLoop ? node.first.rules : node.rules;
            }
        }
        for (Spot node : nodes) {
            if (node.isLoop) {
                layOut(node);
            }
        }
        followers = followersOfStarters();
    }

    private static Spot[] number(Spot root) {
        List<Spot> numbered = new ArrayList<>();
        Deque<Spot> waiting = new ArrayDeque<>();
        root.index = 0;
        numbered.add(root);
        waiting.add(root);
        while (!waiting.isEmpty()) {
            Spot loop = waiting.remove();
            loop.firstChild = numbered.size();
            for (Spot child : loop.children) {
                child.index = numbered.size();
                numbered.add(child);
                if (child.isLoop) {
                    waiting.add(child);
                }
            }
            loop.endOfChildren = numbered.size();
        }
        return numbered.toArray(Spot[]::new);
    }

    private void layOut(Spot loop) {
        List<List<Spot>> byTag = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            byTag.add(new ArrayList<>());
        }
        List<Spot> segments = new ArrayList<>();
        List<Spot> loops = new ArrayList<>();
        for (Spot child : loop.children) {
            if (child == loop.first) {
                continue;
            }
            byTag.get(numberOf(child.ownSegment())).add(child);
            if (child.required) {
                (child.isLoop ? loops : segments).add(child);
            }
            if (child.isLevel) {
                child.levelAbove = nearestLevel(loop);
                if (child.levelAbove != null) {
                    child.levelAbove.hasLevelsBelow = true;
                }
            }
        }
        loop.byTag = new Spot[tags.size()][];
        loop.choices = new Choice[tags.size()];
        for (int i = 0; i < loop.byTag.length; i++) {
            if (!byTag.get(i).isEmpty()) {
                loop.byTag[i] = byTag.get(i).toArray(Spot[]::new);
                loop.choices[i] = new Choice(loop.byTag[i]);
            }
        }
        loop.requiredSegments = segments.toArray(Spot[]::new);
        loop.requiredLoops = loops.toArray(Spot[]::new);
    }

    private static Spot nearestLevel(Spot loop) {
        Spot at = loop;
        while (at != null && !at.isLevel) {
            at = at.parent;
        }
        return at;
    }

    private boolean[][] followersOfStarters() {
        boolean[][] table = new boolean[tags.size()][];
        for (Spot node : nodes) {
            if (node.isLoop && node.first != null) {
                int starter = numberOf(node.first.id);
                if (table[starter] == null) {
                    table[starter] = new boolean[tags.size()];
                }
                for (Spot child : node.children) {
                    if (!child.isLoop) {
                        table[starter][numberOf(child.id)] = true;
                    }
                }
            }
        }
        for (boolean[] row : table) {
            for (int tag = 0; row != null && tag < row.length; tag++) {
                row[tag] &= table[tag] == null;
            }
        }
        return table;
    }

    private int numberOf(String segment) {
        return tags.numberOf(Segment.tag(segment));
    }

    Spot[] nodes() {
        return nodes;
    }

    TagTable tags() {
        return tags;
    }

    boolean[][] followers() {
        return followers;
    }
}
