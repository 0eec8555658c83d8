using GameNight.Http;
using GameNight.Identity.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Experiments;

/// <summary>The experiment's mode over HTTP: everyone may read it, the host may set it.</summary>
public static class ExperimentEndpoints
{
    private static ExperimentResponse Example => new(ExperimentMode.Lot, "2026-11-20", ["mnist-cnn"]);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/experiment").WithTag("Surprise", "How the app chooses for players who leave it the choice.");
        group.MapGet("", GetAsync).WithName("GetExperiment").WithSummary("How the app chooses for a surprise")
            .WithDescription("The mode, the name of this night (from noon to noon in the game's time zone, named by its first day), "
                + "and the algorithms among which the app chooses: those in service.")
            .WithExample(() => Example)
            .ProducesProblem(503);
        group.MapPut("", SetAsync).WithName("SetExperiment").WithSummary("Choose how the app chooses")
            .WithDescription("For all games at one store, from the next drawing on. For the host.")
            .WithRequestExample("lot", () => new { mode = "lot" }).WithRequestExample("arms", () => new { mode = "arms" })
            .WithRequestExample("sampling", () => new { mode = "sampling" })
            .WithExample(() => Example)
            .RequireAuthorization(HostPolicy.Name)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(503);
    }

    private static async Task<Ok<ExperimentResponse>> GetAsync(Experiment experiment, Surprise surprise, CancellationToken cancellation) =>
        TypedResults.Ok(new ExperimentResponse(await experiment.ReadAsync(cancellation), surprise.Night.Name, surprise.Arms));

    private static async Task<Results<Ok<ExperimentResponse>, ValidationProblem>> SetAsync(
        ExperimentRequest request, Experiment experiment, Surprise surprise, CancellationToken cancellation)
    {
        ExperimentMode? mode = request.Mode switch
        {
            "lot" => ExperimentMode.Lot,
            "arms" => ExperimentMode.Arms,
            "sampling" => ExperimentMode.Sampling,
            _ => null,
        };
        if (mode is null)
            return Problems.Invalid("mode", "A mode is lot, arms or sampling.");
        await experiment.SetAsync(mode.Value, cancellation);
        return TypedResults.Ok(new ExperimentResponse(mode.Value, surprise.Night.Name, surprise.Arms));
    }
}
