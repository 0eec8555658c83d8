using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Retraining;
using GameNight.Retraining.Queue;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GameNight.ModelAdmin.Runs;

/// <summary>Training runs over HTTP, for the host.</summary>
public static class TrainingEndpoints
{
    private static TrainingRunResponse Example { get; } = new(
        "019aa2b63f447d539c0b8f6f0d1a2b3c", "app-network", RunState.Running, RunStage.Learning, 0.4,
        "learns from 180 drawings of 9 players", "200 new answers", new DateTimeOffset(2026, 11, 20, 20, 15, 0, TimeSpan.Zero),
        EndedAt: null, Version: null, Receipt: null);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/training-runs").WithTag("Training", "Learning from the labels, one run after the other.")
            .WithParameter("id", "The id that the run was given.", Example.Id)
            .RequireAuthorization(HostPolicy.Name).ProducesProblem(401).ProducesProblem(403);
        group.MapPost("", StartAsync).WithName("StartTraining").WithSummary("Learn from the answers")
            .WithDescription(
                "Queues a run of one algorithm, or of all that learn, one after the other. The location is that of the last one: "
                + "when it has ended, all have. For the host.")
            .WithRequestExample("one algorithm", () => new { algorithm = Example.Algorithm })
            .WithRequestExample("all that learn", () => new { })
            .WithExample(() => Example)
            .ProducesProblem(400).ProducesProblem(503);
        group.MapGet("", ListAsync).WithName("ListTrainingRuns").WithSummary("Training runs, latest first")
            .WithDescription("Each with its state and, once it is judged, its receipt. For the host.")
            .WithExample(() => new[] { Example }).ProducesProblem(503);
        group.MapGet("/{id}", FindAsync).WithName("GetTrainingRun").WithSummary("One training run").WithDescription("For the host.")
            .WithExample(() => Example).ProducesProblem(404).ProducesProblem(503);
        group.MapPost("/{id}/cancel", CancelAsync).WithName("CancelTraining").WithSummary("End a training run")
            .WithDescription("What plays, plays on. One that has ended stays as it is. For the host.")
            .WithExample(() => Example).ProducesProblem(404).ProducesProblem(503);
    }

    private static async Task<Results<Accepted<TrainingRunResponse>, ValidationProblem>> StartAsync(
        TrainingRuns runs,
        RetrainingPipeline pipeline,
        CancellationToken cancellation,
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] TrainingRequest? request = null)
    {
        var algorithms = request?.Algorithm is { } asked
            ? pipeline.Algorithms.Where(algorithm => algorithm == asked).ToList()
            : pipeline.Algorithms;
        if (algorithms.Count == 0)
        {
            var learners = string.Join(" and ", pipeline.Algorithms);
            return Problems.Invalid("algorithm", $"\"{request?.Algorithm}\" doesn't learn from answers; {learners} do.");
        }

        TrainingRun? last = null;
        foreach (var algorithm in algorithms)
            last = await runs.QueueAsync(algorithm, HostAsked, cancellation);
        return TypedResults.Accepted($"/api/training-runs/{last!.Id}", TrainingRunResponse.From(last));
    }

    private static async Task<Ok<List<TrainingRunResponse>>> ListAsync(TrainingRuns runs, CancellationToken cancellation) =>
        TypedResults.Ok((await runs.ListAsync(cancellation)).Select(TrainingRunResponse.From).ToList());

    private static async Task<Results<Ok<TrainingRunResponse>, ProblemHttpResult>> FindAsync(
        string id, TrainingRuns runs, CancellationToken cancellation) =>
        await runs.FindAsync(id, cancellation) is { } run
            ? TypedResults.Ok(TrainingRunResponse.From(run))
            : Problems.NotFound($"training run {id}");

    private static async Task<Results<Ok<TrainingRunResponse>, ProblemHttpResult>> CancelAsync(
        string id, TrainingRuns runs, CancellationToken cancellation) =>
        await runs.CancelAsync(id, cancellation) is { } run
            ? TypedResults.Ok(TrainingRunResponse.From(run))
            : Problems.NotFound($"training run {id}");

    /// <summary>The trigger of a run that the host has started.</summary>
    internal const string HostAsked = "the host asked for it";
}
