using GameNight.Joining;

namespace GameNight.Tests.Joining;

public sealed class QrCodeTests
{
    [Fact]
    public void Of_AnAddress_HasTheThreeFindersAndTheQuietZone()
    {
        var code = QrCode.Of("http://192.168.1.20:5080/");
        // Version 2 has 25 modules, and four empty ones on each side.
        Assert.Equal(33, code.Side);
        foreach (var (x, y) in new[] { (4, 4), (22, 4), (4, 22) })
        {
            // A finder: a dark frame of 7, a light ring, a dark heart of 3.
            Assert.True(IsDark(code, x, y) && !IsDark(code, x + 1, y + 1) && IsDark(code, x + 3, y + 3));
        }

        Assert.DoesNotContain(Enumerable.Range(0, 33), i => IsDark(code, i, 3) || IsDark(code, 3, i));
    }

    private static bool IsDark(QrCode code, int x, int y) => code.Path.Contains($"M{x} {y}h", StringComparison.Ordinal);
}
