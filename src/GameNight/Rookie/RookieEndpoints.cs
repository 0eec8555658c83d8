using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Models;
using GameNight.Training.Rookie;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Rookie;

/// <summary>A new rookie over HTTP.</summary>
public static class RookieEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapPost($"/algorithms/{RookieNetwork.Algorithm}/reset", ResetAsync)
        .RequireAuthorization(HostPolicy.Name)
        .WithName("ResetRookie").WithSummary("Begin a new rookie").WithTags("Model library")
        .WithDescription(
            "A new version of the rookie goes into service. It knows nothing, and learns only what is answered from now on. "
            + "The one before stays in the library: activate it, and it goes on. For the host.")
        .WithExample(() => new Activation(
            3, RookieNetwork.Algorithm, "1", "2", new DateTimeOffset(2026, 11, 20, 18, 0, 0, TimeSpan.Zero), Players.Host,
            "a new rookie begins"))
        .ProducesProblem(401).ProducesProblem(403).ProducesProblem(503);

    private static async Task<Ok<Activation>> ResetAsync(RookieReset reset, CancellationToken cancellation) =>
        TypedResults.Ok(await reset.BeginAsync(Players.Host, cancellation));
}
