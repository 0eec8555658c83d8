using System.Threading.RateLimiting;
using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Limits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace GameNight.Hosting;

/// <summary>
/// Limits how many calls of the API each address makes in a minute, how many large calls are worked on at once, and how many pages an
/// address has open, so that nobody slows the game down for the others. What a call costs is charged by <see cref="CallBudget"/>.
/// </summary>
public static class RateLimit
{
    /// <summary>How many large calls are worked on at once; each can take a processor for a second.</summary>
    private const int CostlyAtOnce = 2;

    /// <summary>How many more wait for them. They wait before their bodies are read.</summary>
    private const int CostlyWaiting = 64;

    /// <summary>How many of one address wait.</summary>
    private const int CostlyWaitingOfAddress = 32;

    /// <summary>
    /// The slowest that the body of a large call may come, in bytes a second: who holds a place and sends next to nothing loses it.
    /// </summary>
    private const double SlowestCostlyBody = 64 << 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>Refuses what is too much, before it costs anything; what no limit concerns isn't counted anywhere.</summary>
    /// <remarks>The library's own middleware has a timer that fires ten times a second, also where nobody plays.</remarks>
    /// <param name="app">The game.</param>
    /// <param name="requestsPerMinute">For each client; null for no limit.</param>
    /// <param name="limits">What an address may take.</param>
    public static void UseRateLimit(this WebApplication app, int? requestsPerMinute, LimitOptions limits)
    {
        var limiter = PartitionedRateLimiter.CreateChained(
            NamedLimits.Create<HttpContext>(context => PerMinute(context, requestsPerMinute)),
            NamedLimits.Create<HttpContext>(PerAddress),
            NamedLimits.Create<HttpContext>(context => AtOnce(context, limits)));
        app.UseWhen(
            context => requestsPerMinute is not null || IsCostly(context) || IsPage(context),
            limited => limited.Use(async (context, next) =>
            {
                using var lease = await limiter.AcquireAsync(context, permitCount: 1, context.RequestAborted);
                await (lease.IsAcquired ? next(context) : RefuseAsync(context, lease, requestsPerMinute));
            }));
    }

    /// <summary>Has the bodies of large calls come in at a decent pace.</summary>
    public static void UseBodyPace(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsCostly(context) && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } pace)
            pace.MinDataRate = new MinDataRate(SlowestCostlyBody, gracePeriod: TimeSpan.FromSeconds(5));
        return next(context);
    });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int? limit) =>
        limit is null || !ApiPath.IsCall(context.Request.Path) || context.User.IsHost() || Is<PartyCallAttribute>(context)
            ? RateLimitPartition.GetNoLimiter("not limited")
            : RateLimitPartition.GetFixedWindowLimiter(
                ClientAddress.Of(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = limit.Value, Window = Window });

    /// <summary>Of large calls, one address has one under way and some that wait, so that it leaves places to others.</summary>
    private static RateLimitPartition<string> PerAddress(HttpContext context) => !IsCostly(context)
        ? RateLimitPartition.GetNoLimiter("not limited")
        : RateLimitPartition.GetConcurrencyLimiter(
            context.User.IsHost() ? "the host" : ClientAddress.Of(context),
            _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = 1,
                QueueLimit = CostlyWaitingOfAddress,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            });

    private static RateLimitPartition<string> AtOnce(HttpContext context, LimitOptions limits)
    {
        if (IsCostly(context))
        {
            return RateLimitPartition.GetConcurrencyLimiter("costly", _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = CostlyAtOnce,
                QueueLimit = CostlyWaiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            });
        }

        return IsPage(context)
            ? RateLimitPartition.GetConcurrencyLimiter(
                $"page {ClientAddress.Of(context)}", _ => new ConcurrencyLimiterOptions { PermitLimit = limits.PagesPerAddress })
            : RateLimitPartition.GetNoLimiter("not limited");
    }

    // A connection of WebSockets is a call that lasts as long as the page, refused here before it costs anything. Pages that poll are
    // counted, like all others, by PageConnections.
    private static bool IsPage(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/_blazor", out var rest) && rest.Value is "" or "/"
        && !HttpMethods.IsPost(context.Request.Method);

    private static bool IsCostly(HttpContext context) => Is<CostlyCallAttribute>(context);

    private static bool Is<T>(HttpContext context)
        where T : Attribute => context.GetEndpoint()?.Metadata.GetMetadata<T>() is not null;

    private static async Task RefuseAsync(HttpContext context, RateLimitLease lease, int? limit)
    {
        // Of all limiters, only the one that counts by time knows when to try again.
        var isTooOften = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        context.Response.StatusCode = isTooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = ProblemHandler.Seconds(isTooOften ? wait : Soon);
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails
            {
                Status = context.Response.StatusCode,
                Detail = isTooOften
                    ? $"These are more than {limit:N0} requests a minute. Wait a minute, or send many drawings as one batch."
                    : "Too many others ask for the same at once. Try again in a moment.",
            },
        });
    }
}
