using Microsoft.JSInterop;

namespace GameNight.Tests.Drawing.Pad;

/// <summary>
/// A browser that answers all calls at once except one, which waits for <see cref="Answer"/>. It is also the module and the pad
/// that its calls return.
/// </summary>
/// <param name="awaited">The name of the call that waits.</param>
internal sealed class DrawingPadSlowBrowser(string awaited) : IJSRuntime, IJSObjectReference
{
    public List<string> Calls { get; } = [];

    public TaskCompletionSource Answer { get; } = new();

    public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
    {
        Calls.Add(identifier);
        if (identifier == awaited)
            await Answer.Task;
        return this is TValue reference ? reference : default!;
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        InvokeAsync<TValue>(identifier, args);

    public ValueTask DisposeAsync()
    {
        Calls.Add(nameof(DisposeAsync));
        return ValueTask.CompletedTask;
    }
}
