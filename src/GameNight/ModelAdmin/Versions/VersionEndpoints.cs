using System.ComponentModel;
using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Limits;
using GameNight.Models;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.ModelAdmin.Versions;

/// <summary>The model library over HTTP: versions, which is in service, which was, and for the host what shall be.</summary>
public static class VersionEndpoints
{
    /// <summary>What a look into the registry costs, in drawings: where that is a bucket, two requests to it.</summary>
    private const int LookCost = 10;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/algorithms/{id}").WithTag("Model library", "The versions of each algorithm, and which is in service.")
            .WithParameter("id", "The algorithm's id.", VersionExamples.Activation.Algorithm);
        group.MapGet("/versions", VersionsAsync).WithName("ListVersions").WithSummary("Versions, newest first")
            .WithDescription("Each with its manifest, its metrics and whether it is in service or on shadow.")
            .WithExample(() => new[] { VersionExamples.Version })
            .ProducesProblem(404).ProducesProblem(503);
        group.MapGet("/active", ActiveAsync).WithName("GetActiveVersion").WithSummary("Which version was in service")
            .WithDescription("Now, or at a time.")
            .WithExample(() => new ActiveVersionResponse(VersionExamples.Activation.Algorithm, VersionExamples.Version.Version))
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        group.MapGet("/activations", HistoryAsync).WithName("ListActivations").WithSummary("What went into service when")
            .WithDescription("Oldest first: who, when, from which version, to which, and why.")
            .WithExample(() => new[] { VersionExamples.Activation })
            .ProducesProblem(404).ProducesProblem(503);
        MapVersion(group.MapGroup("/versions/{version}").WithParameter("version", "The version's number.", VersionExamples.Version.Version)
            .RequireAuthorization(HostPolicy.Name).ProducesProblem(401).ProducesProblem(403));
    }

    private static void MapVersion(RouteGroupBuilder host)
    {
        host.MapPost("/activate", ActivateAsync).WithName("ActivateVersion").WithSummary("Put a version into service")
            .WithDescription("Promotes it or rolls back to it. It is loaded first; one that cannot serve changes nothing. For the host.")
            .WithExample(() => VersionExamples.Activation)
            .ProducesProblem(404).ProducesProblem(422).ProducesProblem(503);
        host.MapDelete("", DeleteAsync).WithName("DeleteVersion").WithSummary("Remove a version")
            .WithDescription("Not one that is in service or ships with the game. One on shadow guesses no longer. For the host.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);
        host.MapPut("/shadow", PutOnShadowAsync).WithName("PutOnShadow").WithSummary("Put a version on shadow")
            .WithDescription(
                "From now on it guesses every drawing that is recorded, and nobody is shown it: compare it before you activate it. "
                + "One version of an algorithm at a time, where a second takes the place of the first, "
                + $"and {ShadowVersion.MaxCount} in all; none that is in service, is composed of others' guesses "
                + "or differs from player to player. "
                + "Activating it takes it off. The same again changes nothing. For the host.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);
        host.MapDelete("/shadow", TakeOffShadowAsync).WithName("TakeOffShadow").WithSummary("Take a version off shadow")
            .WithDescription("It guesses no longer; what it guessed stays. The same again changes nothing. For the host.")
            .ProducesProblem(404).ProducesProblem(503);
    }

    private static async Task<Ok<List<VersionResponse>>> VersionsAsync(
        string id, HttpContext context, ModelLibrary library, Contestants contestants, CallBudget budget, CancellationToken cancellation)
    {
        var versions = await RequireAsync(id, library, context, budget, cancellation);
        var answers = new List<VersionResponse>();
        foreach (var key in versions.Versions)
            answers.Add(VersionResponse.From(await VersionView.ReadAsync(library, contestants, versions, key, cancellation)));
        return TypedResults.Ok(answers);
    }

    private static async Task<Results<Ok<ActiveVersionResponse>, ProblemHttpResult, ValidationProblem>> ActiveAsync(
        string id, HttpContext context, ModelLibrary library, CallBudget budget, CancellationToken cancellation,
        [Description("A time in ISO 8601, UTC where no zone is named; now where it is not given.")] string? at = null)
    {
        var errors = new Dictionary<string, string[]>();
        var asked = TimeParameter.Read("at", at, errors);
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors, detail: errors["at"][0]);
        var versions = await RequireAsync(id, library, context, budget, cancellation);
        var version = asked is { } time ? versions.ActiveAt(time) : versions.Active;
        return version is null
            ? TypedResults.Problem($"No version of {id} was in service then.", statusCode: StatusCodes.Status404NotFound)
            : TypedResults.Ok(new ActiveVersionResponse(id, version));
    }

    private static async Task<Ok<IReadOnlyList<Activation>>> HistoryAsync(
        string id, HttpContext context, ModelLibrary library, CallBudget budget, CancellationToken cancellation) =>
        TypedResults.Ok((await RequireAsync(id, library, context, budget, cancellation)).Activations);

    private static async Task<Ok<Activation>> ActivateAsync(
        string id, string version, ModelDeployment deployment, CancellationToken cancellation,
        [Description("The reason, for the history.")] string? why = null) =>
        TypedResults.Ok(await deployment.ActivateAsync(Key(id, version), Players.Host, why ?? "", cancellation));

    private static async Task<NoContent> DeleteAsync(string id, string version, ModelDeployment deployment, CancellationToken cancellation)
    {
        await deployment.DeleteAsync(Key(id, version), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> PutOnShadowAsync(
        string id, string version, ModelDeployment deployment, CancellationToken cancellation)
    {
        await deployment.PutOnShadowAsync(Key(id, version), Players.Host, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeOffShadowAsync(
        string id, string version, ModelDeployment deployment, CancellationToken cancellation)
    {
        await deployment.TakeOffShadowAsync(Key(id, version), Players.Host, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<AlgorithmVersions> RequireAsync(
        string id, ModelLibrary library, HttpContext context, CallBudget budget, CancellationToken cancellation)
    {
        // Whether there is another one, only the registry knows: another game may just have published it.
        if (!ModelKey.IsAlgorithm(id))
            throw new UnknownAlgorithmException(id);
        budget.Charge(context, LookCost);
        return await library.FindAsync(id, cancellation) is { Versions.Count: > 0 } versions
            ? versions
            : throw new UnknownAlgorithmException(id);
    }

    /// <summary>A malformed id or version is an unknown one.</summary>
    private static ModelKey Key(string id, string version) =>
        ModelKey.IsAlgorithm(id) && ModelKey.IsVersion(version)
            ? new ModelKey(id, version)
            : throw new UnknownVersionException($"{id} version {version}");
}
