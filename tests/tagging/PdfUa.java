import java.io.FileInputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks files against PDF/UA-1 with veraPDF: a line for each file, then one for each failure. */
public class PdfUa {
    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        for (String file : files) {
            try (FileInputStream held = new FileInputStream(file);
                    PDFAParser parser = foundry.createParser(held, PDFAFlavour.PDFUA_1);
                    PDFAValidator checker = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
                ValidationResult result = checker.validate(parser);
                System.out.println(file + "\t" + result.isCompliant() + "\t" + result.getTotalAssertions());
                for (TestAssertion one : result.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) {
                        System.out.println("\t" + one.getRuleId().getClause() + "\t" + one.getMessage());
                    }
                }
            }
        }
    }
}
