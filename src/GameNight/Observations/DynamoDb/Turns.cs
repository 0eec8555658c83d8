namespace GameNight.Observations.DynamoDb;

/// <summary>
/// Lets those who do something side by side go on in the order in which they began. Where one of them fails, those who had begun behind it
/// fail, too, so that nobody overtakes it. Safe for concurrent use.
/// </summary>
internal sealed class Turns
{
    private readonly Lock _taking = new();
    private Task<bool> _last = Task.FromResult(true);

    /// <summary>Takes the turn after all that were taken before. Whoever takes it ends it, or nobody behind it goes on.</summary>
    public Turn Take()
    {
        lock (_taking)
        {
            // What has failed before somebody begins isn't theirs to wait for: it is tried again by those who come later.
            var turn = new Turn(_last.IsCompleted ? Task.FromResult(true) : _last);
            _last = turn.Ended;
            return turn;
        }
    }

    /// <param name="before">Whether all before it have succeeded.</param>
    internal sealed class Turn(Task<bool> before) : IDisposable
    {
        private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _isEnding;

        /// <summary>Completes when it and all before it have ended: false where one has failed.</summary>
        public Task<bool> Ended => _ended.Task;

        /// <summary>Completes when all before it have ended: false where one has failed.</summary>
        public Task<bool> ComesAsync() => before;

        /// <summary>Lets those behind it go on.</summary>
        public void End() => _ = EndAsync(succeeded: true);

        /// <summary>Where it hasn't ended, it has failed.</summary>
        public void Dispose() => _ = EndAsync(succeeded: false);

        // Neither task can fail.
        private async Task EndAsync(bool succeeded)
        {
            if (Interlocked.Exchange(ref _isEnding, 1) == 0)
                _ended.SetResult(await before && succeeded);
        }
    }
}
