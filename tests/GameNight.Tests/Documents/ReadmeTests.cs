using GameNight.Tests.Architecture;

namespace GameNight.Tests.Documents;

/// <summary>The README is a landing page: short, and with a picture that loads quickly.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Readme_IsAtMost9Kilobytes() =>
        Assert.InRange(new FileInfo(Repository.File("README.md")).Length, 1, 9_000);

    [Fact]
    public void Pictures_OfTheReadme_AreOneMovingPictureOfAtMost1500Kilobytes()
    {
        var picture = Assert.Single(Document.Read("README.md").Links, link => link.Text.EndsWith(".gif", StringComparison.Ordinal)).Text;
        var bytes = File.ReadAllBytes(Repository.File(picture));
        Assert.Equal("GIF89a"u8, bytes.AsSpan(0, 6));
        // Only a moving picture says how often it repeats.
        Assert.True(bytes.AsSpan().IndexOf("NETSCAPE2.0"u8) > 0, $"{picture} does not move.");
        Assert.InRange(bytes.Length, 1, 1_500_000);
    }
}
