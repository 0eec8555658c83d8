using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GameNight.Observations.Store;
using GameNight.Rooms.Game;
using GameNight.Rooms.Views;

namespace GameNight.Tests.Rooms;

/// <summary>What holds however people play: they come, draw, vote, leave, press the wrong buttons, and are cut off.</summary>
public class RoomPropertyTests
{
    [Fact]
    public void Points_AnyGame_AreTheSumOfTheLedgerAndRanksFollow() => Prop.ForAll(Games(), game =>
    {
        var table = Play(game, table =>
        {
            var view = ViewOf(table, seat: null);
            foreach (var player in view.Players)
            {
                Assert.Equal(table.PointsOf(player.Seat), player.Points);
                Assert.Equal(1 + view.Players.Count(other => other.Points > player.Points), player.Rank);
            }

            var read = table.Room.Ledger.Where(entry => entry.Reason == PointReason.Read).Sum(entry => entry.Points);
            Assert.Equal(read, view.Machines?.Points ?? 0);
        });
        return table.Room.Version > 0;
    }).Check();

    [Fact]
    public void Room_AnyGame_Ends() => Prop.ForAll(Games(), game =>
    {
        var table = Play(game, _ => { });
        for (var i = 0; i < 1000 && !table.Room.HasEnded; i++)
            table.Pass((table.Rules.NextAlarm(table.Room, table.Now) - table.Now).TotalSeconds + 0.001);
        return table.Room.HasEnded || table.Room.Pause == RoomPause.Screen;
    }).Check();

    [Fact]
    public void Snapshot_BeforeTheReveal_HasNobodysSecrets() => Prop.ForAll(Games(), game =>
    {
        Play(game, table =>
        {
            if (table.Room.Phase is not (RoomPhase.Brief or RoomPhase.Draw or RoomPhase.Jury))
                return;
            foreach (int? caller in (int?[])[null, .. table.Room.Present.Select(seat => (int?)seat.Number)])
            {
                var view = ViewOf(table, caller);
                Assert.Null(view.Reveal);
                Assert.Null(view.JuryPoints);
                var json = JsonSerializer.Serialize(view, ObservationJson.Options);
                Assert.DoesNotContain("machine-", json, StringComparison.Ordinal);
                Assert.DoesNotContain("player ", json, StringComparison.Ordinal);
                Assert.DoesNotContain("\"asked\"", json, StringComparison.Ordinal);
                Assert.DoesNotContain("stageKey", json, StringComparison.OrdinalIgnoreCase);
                if (view.Task is DrawTaskView task)
                    Assert.Equal(table.Room.Asked[caller!.Value], task.Digit);
                else
                    Assert.DoesNotContain("\"digit\"", json, StringComparison.Ordinal);
            }
        });
        return true;
    }).Check();

    [Fact]
    public void Room_WrittenAndRead_IsTheSame() => Prop.ForAll(Games(), game =>
    {
        Play(game, table =>
        {
            var json = JsonSerializer.Serialize(table.Room, ObservationJson.Options);
            var read = JsonSerializer.Deserialize<Room>(json, ObservationJson.Options)!;
            Assert.Equal(json, JsonSerializer.Serialize(read, ObservationJson.Options));
            Assert.Equal(table.Room.Ledger, read.Ledger);
        });
        return true;
    }).Check();

    [Fact]
    public void Version_AnyGame_OnlyRises() => Prop.ForAll(Games(), game =>
    {
        var last = 0L;
        Play(game, table =>
        {
            Assert.True(table.Room.Version >= last);
            last = table.Room.Version;
        });
        return true;
    }).Check();

    private static Arbitrary<(int Seed, int[] Acts)> Games() => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from acts in Gen.Choose(0, 99).ArrayOf(60)
        select (seed, acts));

    private static RoomSnapshot ViewOf(Table table, int? seat) => new SnapshotBuilder(table.Rules, "http://192.168.1.20/rooms/BCDF")
        .Build(table.Room, table.Room.Version, seat, table.Now, table.Presence);

    /// <summary>Plays by lot, and looks after each act.</summary>
    private static Table Play((int Seed, int[] Acts) game, Action<Table> look)
    {
        var random = new Random(game.Seed);
        var table = new Table(random.Next(3, 13), rounds: random.Next(1, 4), seed: game.Seed);
        foreach (var act in game.Acts)
        {
            var seat = random.Next(1, table.Room.NextSeat);
            Act(table, act, seat, random);
            look(table);
            if (table.Room.HasEnded)
                break;
        }

        return table;
    }

    private static void Act(Table table, int act, int seat, Random random)
    {
        switch (act)
        {
            case < 15: table.Start(); break;
            case < 40: table.Draw(seat, digit => [random.Next(10), digit, random.Next(10)]); break;
            case < 65 when table.Room.Phase == RoomPhase.Jury:
                table.Judge(seat, (_, truth) => random.Next(4) == 0 ? null : truth);
                break;
            case < 80: table.Pass(random.NextDouble() * 15); break;
            case < 84: table.Do(RoomRules.Screen, id => new SkipCommand(id, null, null)); break;
            case < 86: table.Do(RoomRules.Screen, id => new PauseCommand(id, null, null)); break;
            case < 90: table.Do(RoomRules.Screen, id => new ResumeCommand(id, null, null)); break;
            case < 92: table.Do(seat, id => new MoreTimeCommand(id, random.Next(2) == 0)); break;
            case < 94: table.Away.Add(seat); break;
            case < 96: table.Away.Clear(); break;
            case 96: table.Do(RoomRules.Screen, id => new KickCommand(id, seat)); break;
            case 97: table.IsScreenGone = !table.IsScreenGone; break;
            case 98: table.Do(seat, id => new LeaveCommand(id)); break;
            default: TryJoin(table, $"player {random.Next(1, 20)}", $"Late {random.Next(1, 20)}"); break;
        }
    }

    private static void TryJoin(Table table, string player, string name)
    {
        try
        {
            table.Join(player, name);
        }
        catch (RoomRefusedException e)
        {
            Assert.InRange(e.Status, 400, 499);
        }
    }
}
