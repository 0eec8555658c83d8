using System.Security.Cryptography;
using GameNight.Storage;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Review;

/// <summary>
/// The deployment's secret for splits of players: made once, kept where all its processes see it, and shown to nobody. With a plain
/// hash of the player's id, whoever makes enough players would choose which of them judge.
/// </summary>
public sealed class SplitSecret(IDocumentStore documents)
{
    private const string Collection = "secrets";
    private const string Name = "player-splits";
    private const int Length = 32;

    private SplitKey? _key;

    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task<SplitKey> ReadAsync(CancellationToken cancellation)
    {
        while (_key is null)
        {
            if (await documents.FindAsync(Collection, Name, cancellation) is { } document)
                _key = new SplitKey(document.Content);
            else
                await documents.TryWriteAsync(Collection, Name, RandomNumberGenerator.GetBytes(Length), revision: 0, cancellation);
        }

        return _key;
    }
}
