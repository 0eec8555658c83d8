using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Projection;

/// <summary>A play as bytes, its player and contenders by number.</summary>
internal static class FactFormat
{
    public static byte[] Pack(PlayFacts play, FactTable table)
    {
        var bytes = new MemoryStream(24 + 7 * play.Guesses.Count);
        using var writer = new BinaryWriter(bytes);
        writer.Write(play.Time);
        writer.Write(table.Players.NumberOf(play.Player));
        writer.Write(play.Duration ?? -1);
        writer.Write((byte)(play.Input is { } input ? (int)input + 1 : 0));
        writer.Write((byte)play.ChosenBy);
        writer.Write((byte)play.Chosen);
        writer.Write(play.Mark.Code);
        foreach (var guess in play.Guesses)
        {
            writer.Write(checked((ushort)table.Contenders.NumberOf(guess.By)));
            writer.Write((byte)guess.Digit);
            writer.Write(guess.Confidence);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="StoreException">The bytes are no play.</exception>
    public static PlayFacts Unpack(byte[] bytes, Guid id, IReadOnlyList<string> players, IReadOnlyList<ScoredVersion> contenders)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            var (time, player, duration, input, chosenBy, chosen, mark) =
                (reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadByte(), reader.ReadByte(), reader.ReadByte(), reader.ReadByte());
            var guesses = new GuessFacts[(bytes.Length - (int)reader.BaseStream.Position) / 7];
            for (var i = 0; i < guesses.Length; i++)
                guesses[i] = new GuessFacts(contenders[reader.ReadUInt16()], reader.ReadByte(), reader.ReadSingle());
            return new PlayFacts(id, time, players[player], input == 0 ? null : (InputKind)(input - 1), (ChosenBy)chosenBy, chosen, duration < 0 ? null : duration, new LabelCode(mark), guesses);
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
        {
            throw new StoreException($"The play {id} in {FactFile.FileName} is damaged: {e.Message}", e) { IsFinal = true };
        }
    }
}
