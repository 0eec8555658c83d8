using System.Collections.Immutable;
using GameNight.Rooms.Coach;
using GameNight.Rooms.Game;
using GameNight.Rooms.Live;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Rooms;

/// <summary>What rooms leave on the disk, and what is read from it after a kill.</summary>
public sealed class RoomFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private RoomFile _file;

    public RoomFileTests() => _file = Open();

    private string Parts => Path.Combine(_folder.Path, "BCDF.parts");

    private string Json => Path.Combine(_folder.Path, "BCDF.json");

    [Fact]
    public async Task Save_FortyPeopleHaveTaughtTwoRounds_WritesLittleForOneLessonMore()
    {
        var room = Taught(2 * 40 * CoachMode.MostLessons);
        await _file.SaveAsync(room);
        var before = new FileInfo(Parts).Length;
        await _file.SaveAsync(With(room, CoachState.Of(room).Lessons.Add(LessonOf(7))));
        Assert.InRange(new FileInfo(Parts).Length - before, 784, 900);
        Assert.InRange(new FileInfo(Json).Length, 1, 200_000);
    }

    [Fact]
    public async Task Read_AfterAKill_HasAllLessons()
    {
        var room = Taught(30);
        await _file.SaveAsync(Taught(10));
        await _file.SaveAsync(room);
        Assert.Equal(Images(room), Images(await ReadAgainAsync()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(804)]
    public async Task Read_LessonTornByAKill_IsAsItWasAcknowledged(int torn)
    {
        var room = Taught(3);
        await _file.SaveAsync(room);
        await using (var file = File.OpenWrite(Parts))
        {
            // The kill came while the next was added, before the room named it.
            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync(Enumerable.Repeat((byte)3, torn).ToArray());
        }

        Assert.Equal(Images(room), Images(await ReadAgainAsync()));
        var next = With(room, CoachState.Of(room).Lessons.Add(LessonOf(9)));
        await _file.SaveAsync(next);
        Assert.Equal(Images(next), Images(await ReadAgainAsync()));
    }

    [Fact]
    public async Task Save_LessonsThatAreForgotten_AreNotOnTheDisk()
    {
        var room = Taught(4);
        await _file.SaveAsync(room);
        await _file.SaveAsync(new CoachMode().Forget(room, seat: 2));
        Assert.InRange(new FileInfo(Parts).Length, 3 * 784, 4 * 784);
        await _file.SaveAsync(With(room, []));
        Assert.False(File.Exists(Parts));
        _file.Delete("BCDF");
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "BCDF*"));
    }

    public void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    private RoomFile Open() => new(_folder.Path, [new CoachMode()]);

    private async Task<Room> ReadAgainAsync()
    {
        _file.Dispose();
        _file = Open();
        return await _file.ReadAsync("BCDF", CancellationToken.None);
    }

    private static Room With(Room room, ImmutableList<Lesson> lessons) => room with { State = new CoachState { Lessons = lessons } };

    private static Room Taught(int lessons) =>
        With(new Table(people: 4, mode: new CoachMode()).Room, [.. Enumerable.Range(1, lessons).Select(LessonOf)]);

    private static Lesson LessonOf(int number)
    {
        var pixels = new byte[784];
        new Random(number).NextBytes(pixels);
        var id = new byte[16];
        BitConverter.TryWriteBytes(id, number);
        return new Lesson(new Guid(id), Seat: number, Team: 0, Round: 1, Digit: number % 10) { Pixels = pixels };
    }

    private static IEnumerable<(Guid, int, string)> Images(Room room) =>
        CoachState.Of(room).Lessons.Select(lesson => (lesson.Id, lesson.Digit, Convert.ToHexString(lesson.Pixels)));
}
