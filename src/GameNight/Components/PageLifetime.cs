namespace GameNight.Components;

/// <summary>How long a page, or a part of one, is shown. Disposed with it, it cancels what was begun for it.</summary>
public sealed class PageLifetime : IDisposable
{
    private readonly CancellationTokenSource _left = new();

    public PageLifetime() => Token = _left.Token;

    /// <summary>Cancelled when the page is left. What goes on after that may still ask it; a disposed source has no token.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the page was left.</summary>
    public bool IsOver => Token.IsCancellationRequested;

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }
}
