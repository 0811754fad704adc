package dev.byline.markdown;

import dev.byline.page.Routes;
import dev.byline.site.Html;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes the HTML of the nodes that are Byline's own, and of task boxes, which need no form control. */
final class OwnNodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Routes routes;
    private final UnaryOperator<String> alertTitle;

    OwnNodes(HtmlNodeRendererContext context, Routes routes, UnaryOperator<String> alertTitle) {
        this.context = context;
        this.html = context.getWriter();
        this.routes = routes;
        this.alertTitle = alertTitle;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Alert.class, Figure.class, Gallery.class, Mention.class, TaskListItemMarker.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Alert alert) {
            alert(alert);
        } else if (node instanceof Figure figure) {
            figure(figure);
        } else if (node instanceof Gallery) {
            html.line();
            html.tag("div", Map.of("class", "gallery"));
            children(node);
            html.tag("/div");
            html.line();
        } else if (node instanceof Mention mention) {
            mention(mention);
        } else if (node instanceof TaskListItemMarker marker) {
            task(marker);
        }
    }

    private void alert(Alert alert) {
        String kind = alert.kind().word();
        html.line();
        html.tag("div", Map.of("class", "alert alert-" + kind));
        html.line();
        html.tag("p", Map.of("class", "alert-title"));
        html.text(alertTitle.apply(kind));
        html.tag("/p");
        html.line();
        children(alert);
        html.tag("/div");
        html.line();
    }

    private void figure(Figure figure) {
        html.line();
        html.tag("figure");
        children(figure);
        if (!figure.caption().isEmpty() || !figure.credit().isEmpty()) {
            caption(figure);
        }
        html.tag("/figure");
        html.line();
    }

    private void caption(Figure figure) {
        html.tag("figcaption");
        html.text(figure.caption());
        if (!figure.credit().isEmpty()) {
            html.text(" ");
            html.tag("small", Map.of("class", "credit"));
            html.text(figure.credit());
            html.tag("/small");
        }
        html.tag("/figcaption");
    }

    private void mention(Mention mention) {
        String page = Html.ROOT + routes.author(mention.author()).encoded();
        html.raw("<a class=\"mention\" href=\"" + page + "\">");
        html.text(mention.author().name());
        html.tag("/a");
    }

    private void task(TaskListItemMarker marker) {
        html.tag("span", Map.of("class", "task"));
        html.text(marker.isChecked() ? "☑" : "☐");
        html.tag("/span");
        html.text(" ");
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
