package org.clearlane.routes;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.clearlane.pipeline.Step;
import org.clearlane.pipeline.WorkDriver;

/** From each queue to its step. A failure that reaches the broker is delivered again by the broker. */
public final class StepRoutes extends RouteBuilder {

    private final Map<String, Step> steps;
    private final Map<String, Integer> consumers;
    private final WorkDriver driver;

    /**
     * @param steps queue to step
     * @param consumers queue to how many messages of it are worked on at the same time; 1 where not said
     */
    public StepRoutes(Map<String, Step> steps, Map<String, Integer> consumers, WorkDriver driver) {
        this.steps = steps;
        this.consumers = consumers;
        this.driver = driver;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        steps.forEach((queue, step) -> from("jms:queue:" + queue + "?transacted=true&lazyCreateTransactionManager=false"
                        + "&cacheLevelName=CACHE_CONSUMER&acceptMessagesWhileStopping=false&concurrentConsumers="
                        + consumers.getOrDefault(queue, 1))
                .routeId(queue)
                .removeHeaders("*")
                .bean(new QueuedStep(driver, step), "perform"));
    }
}
