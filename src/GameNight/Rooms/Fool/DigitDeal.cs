using System.Collections.Immutable;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>Deals secret digits so that over an evening all are asked for equally often.</summary>
public static class DigitDeal
{
    /// <summary>The room with a digit for everybody who draws.</summary>
    public static Room Deal(Room room)
    {
        var chance = room.Chance();
        var (dealt, asked) = (room.Dealt.ToArray(), ImmutableSortedDictionary.CreateBuilder<int, int>());
        foreach (var seat in Shuffled(room.Present.Where(seat => !seat.IsWatching), chance))
        {
            var least = dealt.Min();
            int[] rarest = [.. Enumerable.Range(0, 10).Where(digit => dealt[digit] == least)];
            var digit = rarest[chance.Next(rarest.Length)];
            dealt[digit]++;
            asked[seat.Number] = digit;
        }

        return room with { Asked = asked.ToImmutable(), Dealt = [.. dealt] };
    }

    private static Seat[] Shuffled(IEnumerable<Seat> seats, Random chance)
    {
        Seat[] shuffled = [.. seats];
        chance.Shuffle(shuffled);
        return shuffled;
    }
}
