using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using GameNight.Http;
using GameNight.Identity.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace GameNight.Hosting;

/// <summary>
/// Limits how many calls of the API each client makes in a minute, so that one program does not slow the game down for the others.
/// The host is not limited.
/// </summary>
public static class RateLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <param name="services">The game's services.</param>
    /// <param name="requestsPerMinute">For each client; null for no limit.</param>
    public static void AddRateLimit(this IServiceCollection services, int? requestsPerMinute) => services.AddRateLimiter(limiter =>
    {
        if (requestsPerMinute is not { } limit)
            return;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            !ApiPath.IsCall(context.Request.Path) || context.User.IsHost()
                ? RateLimitPartition.GetNoLimiter("not limited")
                : RateLimitPartition.GetFixedWindowLimiter(Client(context), _ => new() { PermitLimit = limit, Window = Window }));
        limiter.OnRejected = (rejected, _) => RefuseAsync(rejected, limit);
    });

    /// <summary>The address that the connection comes from. Behind a proxy, that is the proxy's.</summary>
    private static string Client(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "no address",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Network(address),
        { } address => address.ToString(),
    };

    /// <summary>A client with IPv6 can send from every address of its /64 network.</summary>
    private static string Network(IPAddress address) =>
        new IPNetwork(new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]), 64).ToString();

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, int limit)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var rest) ? rest : Window;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status429TooManyRequests,
                Detail = $"These are more than {limit:N0} requests a minute. Wait a minute, or send many drawings as one batch.",
            },
        });
    }
}
