using System.Text;
using System.Xml;
using System.Xml.Linq;
using GameNight.Storage;

namespace GameNight.Identity.Keys;

/// <summary>
/// All keys of the games at one table, in one document: so whoever writes it has read all that are there. A key is about a kilobyte of
/// XML and is used for 90 days, so the document has room for decades.
/// </summary>
internal static class KeyDocument
{
    private const string Collection = "cookies";
    private const string Name = "keys";

    /// <returns>The keys, and the revision that has them; none and 0 where nothing was written yet.</returns>
    /// <exception cref="StoreException">The store cannot be read, or has something else there.</exception>
    public static async Task<(IReadOnlyList<XElement> Keys, long Revision)> ReadAsync(
        IDocumentStore documents, CancellationToken cancellation)
    {
        if (await documents.FindAsync(Collection, Name, cancellation) is not { } document)
            return ([], 0);
        try
        {
            return ([.. XElement.Parse(Encoding.UTF8.GetString(document.Content)).Elements()], document.Revision);
        }
        catch (XmlException e)
        {
            throw new StoreException($"The document {Name} of {Collection} cannot be read: {e.Message}", e);
        }
    }

    /// <param name="documents">The store.</param>
    /// <param name="keys">All keys, those of the revision among them.</param>
    /// <param name="revision">The revision that is replaced.</param>
    /// <param name="cancellation">Keeps the write from starting.</param>
    /// <returns>False where another game has written meanwhile; nothing was written.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public static Task<bool> TryWriteAsync(
        IDocumentStore documents, IEnumerable<XElement> keys, long revision, CancellationToken cancellation)
    {
        var content = new XElement("keys", keys).ToString(SaveOptions.DisableFormatting);
        return documents.TryWriteAsync(Collection, Name, Encoding.UTF8.GetBytes(content), revision, cancellation);
    }
}
