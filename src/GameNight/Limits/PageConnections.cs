using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;

namespace GameNight.Limits;

/// <summary>
/// Counts the open pages of each address, whatever transport they have: a page without WebSockets polls, and no single call lasts as long
/// as the page.
/// </summary>
public sealed class PageConnections(LimitOptions options) : IHubFilter, IDisposable
{
    private readonly PartitionedRateLimiter<string> _open = NamedLimits.Create<string>(
        address => RateLimitPartition.GetConcurrencyLimiter(
            address, _ => new ConcurrencyLimiterOptions { PermitLimit = options.PagesPerAddress }));

    private readonly AsyncLocal<string?> _caller = new();

    /// <summary>The address of the page whose message is worked on; null outside of that.</summary>
    public string? Caller => _caller.Value;

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var lease = _open.AttemptAcquire(AddressOf(context.Context));
        context.Context.Items[this] = lease;
        if (!lease.IsAcquired)
            throw new HubException($"More than {options.PagesPerAddress:N0} pages of this game are open at your address. Close one.");
        try
        {
            await next(context);
        }
        catch
        {
            // Who never came does not leave.
            lease.Dispose();
            throw;
        }
    }

    public async Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        try
        {
            await next(context, exception);
        }
        finally
        {
            (context.Context.Items[this] as RateLimitLease)?.Dispose();
        }
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        _caller.Value = AddressOf(invocationContext.Context);
        return await next(invocationContext);
    }

    public void Dispose() => _open.Dispose();

    private static string AddressOf(HubCallerContext caller) =>
        caller.GetHttpContext() is { } http ? ClientAddress.Of(http) : "no address";
}
