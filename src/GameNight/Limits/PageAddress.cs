using Microsoft.AspNetCore.Components.Server.Circuits;

namespace GameNight.Limits;

/// <summary>The address that an open page is at, which may change when it reconnects. One for each page.</summary>
public sealed class PageAddress(PageConnections connections) : CircuitHandler
{
    /// <summary>As <see cref="ClientAddress"/> has it; null before the page is connected.</summary>
    public string? Value { get; private set; }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Value = connections.Caller;
        return Task.CompletedTask;
    }
}
