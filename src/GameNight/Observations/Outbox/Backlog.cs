namespace GameNight.Observations.Outbox;

/// <summary>
/// How much waits in this machine's outbox for the database, for pages and the health check. Stays empty where SQLite is the
/// store. Safe for concurrent use.
/// </summary>
public sealed class Backlog
{
    private readonly Lock _changing = new();

    public BacklogState Now { get; private set; } = new(Plays: 0, Since: null, Failure: null, Refused: 0);

    /// <summary>
    /// Raised when <see cref="BacklogState.Waiting"/> or <see cref="BacklogState.Refused"/> changes, so never for observations
    /// that are on their way to a database that answers.
    /// </summary>
    public event Action? Changed;

    internal void Change(Func<BacklogState, BacklogState> change)
    {
        bool isVisible;
        lock (_changing)
        {
            var before = Now;
            Now = change(before);
            isVisible = before.Waiting != Now.Waiting || before.Refused != Now.Refused;
        }

        if (isVisible)
            Changed?.Invoke();
    }
}
