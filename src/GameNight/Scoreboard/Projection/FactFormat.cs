using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// A play as bytes, little-endian: time in ticks (8), player (4), duration in ms or −1 (4), input kind + 1 or 0 (1), chosen by (1),
/// index of the chosen guess (1), label code (1), fingerprint of the drawing (8); then for each guess the version (2), digit (1) and
/// confidence (4). Player and versions are numbers in a <see cref="FactTable"/>.
/// </summary>
internal static class FactFormat
{
    private const int HeaderSize = 28;
    private const int GuessSize = 7;

    public static byte[] Pack(PlayFacts play, FactTable table)
    {
        var bytes = new MemoryStream(HeaderSize + GuessSize * play.Guesses.Count);
        using var writer = new BinaryWriter(bytes);
        writer.Write(play.Time);
        writer.Write(table.Players.NumberOf(play.Player));
        writer.Write(play.Duration ?? -1);
        writer.Write((byte)(play.Input is { } input ? (int)input + 1 : 0));
        writer.Write((byte)play.ChosenBy);
        writer.Write((byte)play.Chosen);
        writer.Write(play.Label.Code);
        writer.Write(play.Drawing);
        foreach (var guess in play.Guesses)
        {
            writer.Write(checked((ushort)table.Versions.NumberOf(guess.By)));
            writer.Write((byte)guess.Digit);
            writer.Write(guess.Confidence);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="StoreException">The bytes do not hold a play.</exception>
    public static PlayFacts Unpack(byte[] bytes, Guid id, IReadOnlyList<string> players, IReadOnlyList<ScoredVersion> versions)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            var (time, player, duration) = (reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32());
            var (input, chosenBy, chosen, label) = (reader.ReadByte(), reader.ReadByte(), reader.ReadByte(), reader.ReadByte());
            var drawing = reader.ReadUInt64();
            var guesses = new GuessFacts[(bytes.Length - HeaderSize) / GuessSize];
            for (var i = 0; i < guesses.Length; i++)
                guesses[i] = new GuessFacts(versions[reader.ReadUInt16()], reader.ReadByte(), reader.ReadSingle());
            return new PlayFacts(
                id, time, players[player],
                input == 0 ? null : (InputKind)(input - 1),
                (ChosenBy)chosenBy, chosen,
                duration < 0 ? null : duration,
                new LabelCode(label), drawing, guesses);
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
        {
            throw new StoreException($"The play {id} in {FactFile.FileName} is damaged: {e.Message}", e) { IsFinal = true };
        }
    }
}
